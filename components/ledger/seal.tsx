import { formatCount } from '@/lib/format/index.ts'
import type { CheckCount } from '@/lib/library/index.ts'

const signs = { tick: 'M5.8 10.4l2.8 2.8 5.6-6', cross: 'M6.5 6.5l7 7m0-7l-7 7', none: 'M6 10h8' }

/** How many checks there are and whether they pass, with a stamp whose shape and colour say which. */
export function Seal({ checks: { passed, failed } }: { checks: CheckCount }) {
  const all = passed + failed
  const isBroken = failed > 0
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap font-semibold">
      <svg viewBox="0 0 20 20" className="size-5 flex-none" aria-hidden="true">
        {isBroken ? (
          <rect width="20" height="20" rx="4" className="fill-fail" />
        ) : (
          <circle cx="10" cy="10" r="10" className={all === 0 ? 'fill-ink-3' : 'fill-pass'} />
        )}
        <path
          d={signs[all === 0 ? 'none' : isBroken ? 'cross' : 'tick']}
          className="fill-none stroke-paper stroke-2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {all === 0
        ? 'No checks: the filing prints nothing twice'
        : `${formatCount(passed)} of ${formatCount(all)} checks pass`}
    </span>
  )
}
