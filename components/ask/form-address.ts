const sidesOfOneEdge: readonly string[] = ['above', 'atLeast', 'below', 'atMost']

/**
 * Where a form of a question leads: as its own submission would, in the shorter words that links use.
 *
 * > side=above&at=77&to=   →   ?above=77
 * > side=between&at=70&to=80   →   ?side=between&at=70&to=80
 */
export function addressOfForm(path: string, form: FormData): string {
  const asked = new URLSearchParams()
  for (const [name, value] of form) if (typeof value === 'string' && value) asked.append(name, value)
  const [side, at] = [asked.get('side'), asked.get('at')]
  if (side !== null && sidesOfOneEdge.includes(side)) {
    for (const name of ['side', 'at', 'to']) asked.delete(name)
    if (at !== null) asked.set(side, at)
  }
  return asked.size === 0 ? path : `${path}?${asked}`
}
