// Forms: errors beside fields, typed confirmation, placeholders of the chosen template, filters.
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  function showErrors(form, plan) {
    const errors = Object.fromEntries(all('[data-for]', plan).map(e => [e.dataset.for, e.textContent]));
    all('[data-error]', form).forEach(place => {
      const name = place.dataset.error;
      const field = form.elements.namedItem(name);
      const words = errors[name] || '';
      place.textContent = words;
      place.closest('.field')?.classList.toggle('has-error', !!words);
      if (field && field.setAttribute) {
        if (words) field.setAttribute('aria-invalid', 'true');
        else field.removeAttribute('aria-invalid');
      }
      if (words) place.closest('details')?.setAttribute('open', '');
    });
  }

  function placeholders(form) {
    const chosen = form.querySelector('[data-defaults]:checked');
    if (!chosen) return;
    for (const [name, value] of Object.entries(JSON.parse(chosen.dataset.defaults))) {
      const field = form.elements.namedItem(name);
      if (field && field.tagName === 'INPUT') field.placeholder = value;
    }
  }

  function when(form) {
    all('[data-when]', form).forEach(part => {
      const [name, value] = part.dataset.when.split('=');
      part.hidden = !value.split('|').includes(form.elements.namedItem(name).value);
    });
  }

  function address(form) {
    const pairs = [...new FormData(form)].filter(([name, value]) => value && name !== 'part');
    const query = new URLSearchParams(pairs).toString();
    return form.getAttribute('action') + (query ? '?' + query : '');
  }

  function filter(form) {
    const to = address(form);
    history.replaceState(null, '', to);
    const query = to + (to.includes('?') ? '&' : '?') + 'part=overview';
    htmx.ajax('GET', query, { target: '#overview', swap: 'morph', source: '#overview' });
  }

  document.addEventListener('htmx:afterSwap', event => {
    const plan = event.target.closest?.('#plan');
    const told = plan && plan.querySelector('[data-errors]');
    if (told) showErrors(plan.closest('form'), told);
  });

  document.addEventListener('input', event => {
    const confirm = event.target.closest('[data-confirm]');
    if (confirm) confirm.querySelector('button').disabled = event.target.value.trim() !== confirm.dataset.confirm;
    const filters = event.target.closest('#filters');
    if (filters) {
      clearTimeout(filters.timer);
      filters.timer = setTimeout(() => filter(filters), 220);
    }
  });

  document.addEventListener('change', event => {
    const form = event.target.form;
    if (!form) return;
    if (event.target.dataset.defaults) placeholders(form);
    const other = document.querySelector('#produce [name="topic"]');
    if (form.id === 'read' && event.target.name === 'topic' && other) other.value = event.target.value;
    if ('shows' in event.target.dataset) when(form);
    if ('submitOnChange' in event.target.dataset) form.requestSubmit();
  });

  document.addEventListener('htmx:afterRequest', event => {
    if (event.target.matches?.('[data-push]')) history.replaceState(null, '', address(event.target));
  });

  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-open]');
    if (!opener) return;
    event.preventDefault();
    const part = document.getElementById(opener.dataset.open);
    part.open = true;
    part.scrollIntoView({ block: 'start' });
    part.querySelector('input')?.focus();
  });

  setInterval(() => {
    if (document.hidden) return;
    all('[data-tail]:checked').forEach(box => htmx.trigger(document.querySelector(box.dataset.tail), 'submit'));
  }, 2000);

  all('[data-confirm] button').forEach(button => { button.disabled = true; });
  all('[data-form]').forEach(placeholders);
  all('form').filter(f => f.querySelector('[data-when]')).forEach(when);
  const retry = document.querySelector('[data-retry]');
  if (retry) setTimeout(() => location.reload(), Number(retry.dataset.retry) * 1000);
})();
