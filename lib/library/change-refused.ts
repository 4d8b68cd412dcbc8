import type { ChangeRefusal } from './deal-changes.ts'

/** Thrown where a change cannot be carried out whole: whatever the transaction has done of it is undone. */
export class ChangeRefused extends Error {
  readonly refusal: ChangeRefusal

  constructor(code: ChangeRefusal['code'], detail: string | null = null) {
    super(code)
    this.refusal = { code, detail }
  }
}

/** Refuse a change that names deals which are not among those found. */
export function assertKnown(slugs: readonly string[], found: readonly { slug: string }[]): void {
  const known = new Set(found.map(({ slug }) => slug))
  const unknown = slugs.filter(slug => !known.has(slug))
  if (unknown.length > 0) throw new ChangeRefused('deal-is-unknown', unknown.join(', '))
}
