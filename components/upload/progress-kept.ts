import type { Row } from './queue.ts'

/**
 * How far a long upload is, kept in the browser: a page that is left or loaded again loses its files, but not what became
 * of them. Once the same folder is chosen again, only what is missing is sent.
 */
export type Kept = { files: number; done: ReadonlySet<string> }

const key = 'uploads'
/** Of fewer files nobody needs to be told. */
export const leastToKeep = 100

/** What was kept of an upload that has not come to its end; null where there is none. */
export function readKept(store: Pick<Storage, 'getItem'> = localStorage): Kept | null {
  const [files = '', ...done] = (read(store) ?? '').split(' ')
  return /^[1-9]\d*$/.test(files) ? { files: Number(files), done: new Set(done) } : null
}

function read(store: Pick<Storage, 'getItem'>): string | null {
  try {
    return store.getItem(key)
  } catch {
    return null
  }
}

/** Keep how far an upload is, or forget it where all of it has come to an end. Where the browser keeps nothing, so be it. */
export function keepProgress(
  rows: readonly Row[],
  store: Pick<Storage, 'setItem' | 'removeItem'> = localStorage,
): void {
  try {
    if (rows.length >= leastToKeep && rows.some(({ standing }) => !hasEnded(standing)))
      store.setItem(key, [rows.length, ...donePrints(rows)].join(' '))
    else store.removeItem(key)
  } catch {
    // The browser keeps nothing, or has no room left.
  }
}

export function forgetKept(): void {
  keepProgress([])
}

/** Files all of whose rows are in the library; an archive has several. */
function donePrints(rows: readonly Row[]): Set<string> {
  const open = new Set(rows.flatMap(({ standing, print }) => (isInLibrary(standing) ? [] : [print])))
  return new Set(rows.flatMap(({ print }) => (open.has(print) ? [] : [print])))
}

function isInLibrary(standing: Row['standing']): boolean {
  return standing.is === 'before' || (standing.is === 'done' && standing.answer.status !== 'refused')
}

/** Nothing more comes of it by itself. */
function hasEnded({ is }: Row['standing']): boolean {
  return is === 'done' || is === 'before' || is === 'cancelled'
}
