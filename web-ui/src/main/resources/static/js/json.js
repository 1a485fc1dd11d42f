// Colours JSON when a record is opened. The text stays text; only spans are put around it.
(() => {
  const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b/g;

  function kind([, text, colon, word]) {
    if (text) return colon ? 'j-key' : 'j-text';
    return word ? 'j-word' : 'j-number';
  }

  function colour(code) {
    const source = code.textContent;
    if (source.length > 100_000) return;
    const parts = [];
    let at = 0;
    for (const match of source.matchAll(token)) {
      const text = match[1] || match[0];
      const span = document.createElement('span');
      span.className = kind(match);
      span.textContent = text;
      parts.push(source.slice(at, match.index), span);
      at = match.index + text.length;
    }
    code.replaceChildren(...parts, source.slice(at));
    code.removeAttribute('data-json');
  }

  document.addEventListener('htmx:afterSwap', event => {
    event.target.querySelectorAll('details[open] code[data-json]').forEach(colour);
  });
  document.addEventListener('toggle', event => {
    if (event.target.open) event.target.querySelectorAll('code[data-json]').forEach(colour);
  }, true);
})();
