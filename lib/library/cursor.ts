import { createHash } from 'node:crypto'

/**
 * Where a row stands in an ordered list: by how it matches, then by the value it is sorted by, null where it has none, then by
 * the deal's number, so that no two stand at one place.
 */
export type Position = { match: number; value: number | string | null; id: number }

const sealLength = 6

const sealOf = (key: string, list: string) =>
  createHash('sha256').update(list).update('\0').update(key).digest('base64url').slice(0, sealLength)

/**
 * The cursor for the page behind an entry, by the text that the entry stands in order by; to callers it is opaque. It is sealed, so
 * that one which was cut, mended or made up names no page, and neither does one of another list: `list` says which entries are
 * asked for, and in which order.
 */
export function sealCursor(key: string, list: string): string {
  return sealOf(key, list) + Buffer.from(key).toString('base64url')
}

/** The text that a cursor of this list was made from; null for one that is none. */
export function openCursor(cursor: string, list: string): string | null {
  const key = Buffer.from(cursor.slice(sealLength), 'base64url').toString()
  return sealCursor(key, list) === cursor ? key : null
}

/** Why a cursor is not taken, for who sent it. */
export const foreignCursor =
  'the cursor is of no page of this list. Take `next` of the same search in the same order, or leave the cursor out to begin anew.'

/** A cursor names the last deal of a page. */
export function writeCursor({ match, value, id }: Position, list: string): string {
  return sealCursor(JSON.stringify([match, value, id]), list)
}

/** The position that a cursor of this list names; null for a text that is none. */
export function readCursor(cursor: string, list: string): Position | null {
  try {
    const [match, value, id, ...more] = JSON.parse(openCursor(cursor, list) ?? '') as unknown[]
    const isValue = value === null || typeof value === 'number' || typeof value === 'string'
    if (typeof match !== 'number' || typeof id !== 'number' || !isValue || more.length > 0) return null
    return { match, value, id }
  } catch {
    return null
  }
}
