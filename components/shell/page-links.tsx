import type { ReactNode } from 'react'
import { formatCount } from '@/lib/format/index.ts'
import { ChevronLeftIcon, ChevronRightIcon } from './icons.tsx'
import { namePages } from './page-numbers.ts'

type Props = {
  /** What the pages are of, for who does not see them: `Pages of rows`. */
  label: string
  page: number
  count: number
  hrefOf: (page: number) => string
  /** What this page shows, in words. */
  children?: ReactNode
}

/** Which of several pages this is and the way to the others, by links alone. Only the words where there is no other. */
export function PageLinks({ label, page, count, hrefOf, children }: Props) {
  if (count <= 1) return children ? <p className="page-links-words">{children}</p> : null
  return (
    <nav aria-label={label} className="page-links">
      {children && <p className="page-links-words">{children}</p>}
      <ol>
        <Turn href={page > 1 ? hrefOf(page - 1) : null} rel="prev" />
        {namePages(page, count).map((one, index, all) =>
          one === null ? (
            <li key={`after ${all[index - 1]}`} className="page-links-gap">
              …
            </li>
          ) : (
            <li key={one} className={one === page ? undefined : 'page-links-number'}>
              {one === page ? (
                <b aria-current="page">
                  <span className="page-links-narrow">page </span>
                  {formatCount(one)}
                  <span className="page-links-narrow"> of {formatCount(count)}</span>
                </b>
              ) : (
                <a href={hrefOf(one)} aria-label={`Page ${formatCount(one)}`}>
                  {formatCount(one)}
                </a>
              )}
            </li>
          ),
        )}
        <Turn href={page < count ? hrefOf(page + 1) : null} rel="next" />
      </ol>
    </nav>
  )
}

/** The way to the page before or after; at an end nothing. */
function Turn({ href, rel }: { href: string | null; rel: 'prev' | 'next' }) {
  if (href === null) return null
  return (
    <li>
      <a href={href} rel={rel} className="button">
        {rel === 'prev' && <ChevronLeftIcon />}
        {rel === 'prev' ? 'Previous' : 'Next'}
        {rel === 'next' && <ChevronRightIcon />}
      </a>
    </li>
  )
}
