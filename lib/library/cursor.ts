import { createHash } from 'node:crypto'

/**
 * Where a row stands in an ordered list: by how it matches, then by the value it is sorted by, null where it has none, then by
 * the deal's number, so that no two stand at one place.
 */
export type Position = { match: number; value: number | string | null; id: number }

const sealLength = 6

const sealOf = (key: string) => createHash('sha256').update(key).digest('base64url').slice(0, sealLength)

/**
 * The cursor for the page behind an entry, by the text that the entry stands in order by; to callers it is opaque. It is sealed, so
 * that one which was cut, mended or made up names no page.
 */
export function sealCursor(key: string): string {
  return sealOf(key) + Buffer.from(key).toString('base64url')
}

/** The text that a cursor was made from; null for one that is none. */
export function openCursor(cursor: string): string | null {
  const key = Buffer.from(cursor.slice(sealLength), 'base64url').toString()
  return sealCursor(key) === cursor ? key : null
}

/** A cursor names the last deal of a page. */
export function writeCursor({ match, value, id }: Position): string {
  return sealCursor(JSON.stringify([match, value, id]))
}

/** The position that a cursor names; null for a text that is none. */
export function readCursor(cursor: string): Position | null {
  try {
    const [match, value, id, ...more] = JSON.parse(openCursor(cursor) ?? '') as unknown[]
    const isValue = value === null || typeof value === 'number' || typeof value === 'string'
    if (typeof match !== 'number' || typeof id !== 'number' || !isValue || more.length > 0) return null
    return { match, value, id }
  } catch {
    return null
  }
}
