import { formatCount } from '@/lib/format/index.ts'

/** Where all entries of a list are, and how many. */
export type All = { href: string; count: number }

/** The way to all entries of a list of which the page has only the first; nothing where it has all. */
export function ShowAll({ all, what }: { all: All | undefined; what: string }) {
  if (!all) return null
  return (
    <p className="show-all">
      <a href={all.href}>
        Show all {formatCount(all.count)} {what}
      </a>
    </p>
  )
}
