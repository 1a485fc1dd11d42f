// Swaps a fragment by changing only what differs: focus, scroll, open details and running
// transitions survive, and nothing jumps. Children are matched by id, then by place.
(() => {
  const keeps = (node, name) => (name === 'open' && node.tagName === 'DETAILS') || name === 'aria-busy';

  function attributes(from, to) {
    for (const { name, value } of to.attributes) {
      if (from.getAttribute(name) !== value && !keeps(from, name)) from.setAttribute(name, value);
    }
    for (const { name } of [...from.attributes]) {
      if (!to.hasAttribute(name) && !keeps(from, name)) from.removeAttribute(name);
    }
  }

  function children(from, to) {
    const keyed = new Map([...from.children].filter(c => c.id).map(c => [c.id, c]));
    let cursor = from.firstChild;
    for (const want of [...to.childNodes]) {
      const same = cursor && cursor.nodeName === want.nodeName && !cursor.id && !want.id;
      const match = (want.id && keyed.get(want.id)) || (same ? cursor : null);
      if (!match) {
        from.insertBefore(want, cursor);
        continue;
      }
      if (match === cursor) cursor = cursor.nextSibling;
      else from.insertBefore(match, cursor);
      morph(match, want);
    }
    while (cursor) {
      const next = cursor.nextSibling;
      cursor.remove();
      cursor = next;
    }
  }

  function morph(from, to) {
    if (from.isEqualNode(to)) return;
    if (from.nodeType !== Node.ELEMENT_NODE) {
      from.nodeValue = to.nodeValue;
      return;
    }
    if (from === document.activeElement && from.matches('input, textarea, select')) return;
    attributes(from, to);
    children(from, to);
  }

  htmx.defineExtension('morph', {
    isInlineSwap: style => style === 'morph',
    handleSwap(style, target, fragment) {
      const next = fragment.firstElementChild;
      if (style !== 'morph' || !next) return false;
      if (target.nodeName !== next.nodeName) {
        target.replaceWith(next);
        return [next];
      }
      morph(target, next);
      return [target];
    },
  });
})();
