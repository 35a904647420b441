// Before the first paint: the theme chosen last time, or else the system's, so that a dark page never flashes white.
// A classic script, because a module would run too late.
(function () {
  var theme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  try {
    var chosen = localStorage.getItem('lykta.theme');
    if (chosen === 'light' || chosen === 'dark') theme = chosen;
  } catch {
    // storage may be forbidden: the system's choice is good enough
  }
  document.documentElement.dataset.theme = theme;
})();
