// Short messages about what was done or refused.
(() => {
  const byReader = config => !(config && config.triggeringEvent && config.triggeringEvent.type === 'live');

  // What an action that led to this page did; the address names it, by one of these.
  const did = {
    'config-saved': name => 'Saved the configuration of ' + name + '.',
    'template-saved': name => 'Saved the template ' + name + '.',
    'template-deleted': name => 'Deleted the template ' + name + '.',
    'topic-created': name => 'Created the topic ' + name + '.',
    'topic-deleted': name => 'Deleted the topic ' + name + '.',
    'user-created': name => 'Created the user ' + name + '.',
    'user-disabled': name => name + ' is disabled; what was signed in has ended.',
    'user-enabled': name => name + ' may sign in again.',
    'user-deleted': name => 'Deleted the user ' + name + '.',
    'session-ended': name => 'Ended a session of ' + name + '.',
    'sessions-ended': name => 'Ended the sessions of ' + name + '.',
    'key-revoked': name => 'Revoked a key of ' + name + '.',
    'password-set': name => 'Set the password of ' + name + '.',
    'grant-added': name => name + ' has one more grant.',
    'grant-revoked': name => 'Took a grant away from ' + name + '.',
    'group-created': name => 'Created the group ' + name + '.',
    'group-saved': name => 'Saved the group ' + name + '.',
    'group-deleted': name => 'Deleted the group ' + name + '.',
    'member-added': name => name + ' has one more member.',
    'member-removed': name => name + ' has one member less.',
    'role-saved': name => 'Saved the role ' + name + '.',
    'role-deleted': name => 'Deleted the role ' + name + '.',
    elevated: name => 'The role ' + name + ' is in effect now.',
    'elevation-ended': () => 'It is no longer in effect.',
    'limit-saved': name => 'Saved the limit ' + name + '.',
    'limit-reset': name => 'The limit ' + name + ' is the default again.',
    'override-saved': name => name + ' has a limit of its own now.',
    'override-deleted': name => name + ' has the limit of everybody again.',
    'made-default': name => name + ' is the default cluster now.',
    'made-read-only': name => name + ' is read-only now.',
    'changes-allowed': name => name + ' may be changed again.',
    deleted: name => name + ' is being deleted.',
  };

  function arrive() {
    const address = new URL(location.href);
    for (const [key, words] of Object.entries(did)) {
      const name = address.searchParams.get(key);
      if (name === null) continue;
      if (/^[A-Za-z0-9._-]{1,249}$/.test(name)) show('success', words(name));
      address.searchParams.delete(key);
    }
    if (address.href !== location.href) history.replaceState(null, '', address);
  }

  function show(tone, words) {
    const box = document.getElementById('toasts');
    const toast = document.createElement('div');
    toast.className = 'toast tone-' + (tone === 'error' ? 'bad' : 'ok');
    const text = document.createElement('p');
    text.textContent = words;
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'ghost';
    close.setAttribute('aria-label', 'Close');
    close.textContent = '×';
    close.addEventListener('click', () => toast.remove());
    toast.append(text, close);
    box.append(toast);
    while (box.children.length > 4) box.firstElementChild.remove();
    setTimeout(() => toast.remove(), tone === 'error' ? 9000 : 5000);
  }

  document.addEventListener('atoll:toast', event => {
    const { tone, words } = event.detail;
    const quiet = event.target.matches?.('[data-live]') && tone === 'error';
    if (!quiet) show(tone, words);
    if (tone === 'success') document.body.dispatchEvent(new CustomEvent('atoll:refresh'));
  });
  document.addEventListener('htmx:sendError', event => {
    if (byReader(event.detail.requestConfig)) show('error', 'Atoll cannot be reached. Nothing was sent.');
  });
  document.addEventListener('htmx:responseError', event => {
    const told = event.detail.xhr.getResponseHeader('HX-Trigger');
    if (!told && byReader(event.detail.requestConfig)) show('error', 'That did not work (' + event.detail.xhr.status + ').');
  });
  arrive();
})();
