/** What a cell is marked as: that a check fails on its figure, and that somebody noted something on it. */
export function classOfCell(fails: string | undefined, note: string | undefined): string | undefined {
  if (fails === undefined && note === undefined) return undefined
  return [fails !== undefined && 'fails', note !== undefined && 'noted'].filter(Boolean).join(' ')
}

/** What a cell says to a pointer that rests on it. */
export function titleOfCell(fails: string | undefined, note: string | undefined): string | undefined {
  if (note === undefined) return fails
  return [fails, `Note: ${note}`].filter(Boolean).join('\n')
}
