const keys: [string[], string][] = [
  [['/'], 'Search'],
  [['j', 'k'], 'Next and previous table'],
  [['b', 'c', 'p'], 'Read charts and tables by balance, by loans, by percent'],
  [['l'], 'The ledger of all checks'],
  [['←', '↑', '↓', '→'], 'From figure to figure, while the source is open'],
  [['Esc'], 'Close the source or a menu'],
  [['?'], 'This list'],
]

/** The list of keys, opened with `?`. */
export function KeyHelp() {
  return (
    <dialog id="keys" className="key-help" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys on this page</h2>
      <dl>
        {keys.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map(name => (
                <kbd key={name} className="key">
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="button">
          Close
        </button>
      </form>
    </dialog>
  )
}
