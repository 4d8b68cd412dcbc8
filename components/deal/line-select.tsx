'use client'

import { lookAt, useLooking } from '../view/view-store.ts'

type Line = { line: string; name: string }

/** The second lines to choose from; one that is not among them leaves each chart as it is by itself. */
export function LineSelect({ offered }: { offered: Line[] }) {
  const lines = [
    { line: 'auto', name: 'Automatic' },
    { line: 'cumulative', name: 'Cumulative %' },
    ...offered,
    { line: 'none', name: 'None' },
  ]
  const chosen = useLooking(looking => looking.line)
  return (
    <label className="line-choice needs-script">
      <span>Overlay</span>
      <select
        value={lines.find(({ line }) => line === chosen)?.line ?? 'auto'}
        onChange={({ target: { value } }) => lookAt({ line: value === 'auto' ? null : value })}
      >
        {lines.map(({ line, name }) => (
          <option key={line} value={line}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
