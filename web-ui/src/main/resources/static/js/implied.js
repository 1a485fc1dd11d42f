// Permissions of a role: what a chosen one implies is shown as chosen, and cannot be left out.
(() => {
  function settle(form) {
    const boxes = [...form.querySelectorAll('[data-implies]')];
    const own = boxes.filter(b => b.dataset.own === 'true');
    const implied = new Set(own.flatMap(b => b.dataset.implies.split(' ')));
    for (const box of boxes) {
      const comes = implied.has(box.value);
      box.checked = comes || box.dataset.own === 'true';
      box.disabled = comes;
      box.closest('label').classList.toggle('is-implied', comes);
    }
  }

  function begin(form) {
    const chosen = [...form.querySelectorAll('[data-implies]:checked')];
    const implied = new Set(chosen.flatMap(b => b.dataset.implies.split(' ')));
    chosen.forEach(box => { box.dataset.own = String(!implied.has(box.value)); });
    settle(form);
  }

  document.querySelectorAll('form[data-implied]').forEach(form => {
    begin(form);
    form.addEventListener('change', event => {
      if (!('implies' in event.target.dataset)) return;
      event.target.dataset.own = String(event.target.checked);
      settle(form);
    });
  });
})();
