const keys: [string[], string][] = [
  [['/'], 'Search'],
  [['j', 'k'], 'Next and previous table'],
  [['i'], 'The index of all tables'],
  [['g'], 'Next loan group'],
  [['b', 'c', 'p'], 'Read charts and tables by balance, by loans, by percent'],
  [['l'], 'The ledger of all checks'],
  [['←', '↑', '↓', '→'], 'From figure to figure, while the source is open'],
  [['Esc'], 'Close the source or a menu'],
  [['?'], 'This list'],
]

/** Show the list of keys. It is built when first asked for: most readers never do. */
export function showKeys() {
  const dialog = document.querySelector<HTMLDialogElement>('.key-help') ?? document.body.appendChild(build())
  dialog.showModal()
}

function build(): HTMLDialogElement {
  const dialog = make('dialog', 'key-help')
  dialog.setAttribute('aria-label', 'Keys on this page')
  const close = make('button', 'button', 'Close')
  close.addEventListener('click', () => dialog.close())
  dialog.append(make('h2', '', 'Keys on this page'), list(), close)
  return dialog
}

function list(): HTMLElement {
  const all = make('dl')
  for (const [names, does] of keys) {
    const term = make('dt')
    for (const name of names) term.append(make('kbd', 'key', name))
    const row = make('div')
    row.append(term, make('dd', '', does))
    all.append(row)
  }
  return all
}

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className = '', text = '') {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.textContent = text
  return element
}
