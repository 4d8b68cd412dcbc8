/**
 * Where a row stands in an ordered list: by how it matches, then by the value it is sorted by, null where it has none, then by
 * the deal's number, so that no two stand at one place.
 */
export type Position = { match: number; value: number | string | null; id: number }

/** A cursor names the last deal of a page; to callers it is opaque. */
export function writeCursor({ match, value, id }: Position): string {
  return Buffer.from(JSON.stringify([match, value, id])).toString('base64url')
}

/** The position that a cursor names; null for a text that is none. */
export function readCursor(cursor: string): Position | null {
  try {
    const [match, value, id, ...more] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    const isValue = value === null || typeof value === 'number' || typeof value === 'string'
    if (typeof match !== 'number' || typeof id !== 'number' || !isValue || more.length > 0) return null
    return { match, value, id }
  } catch {
    return null
  }
}
