import { formatCount } from '@/lib/format/index.ts'
import type { CheckCount } from '@/lib/library/deal-summary.ts'
import { CheckIcon, CrossIcon } from '../shell/icons.tsx'

type Props = {
  checks: CheckCount
  /** How many filings of the deal they are of. */
  filings: number
}

/** How a deal's checks came out, in a shape, a colour and words. */
export function CheckState({ checks: { passed, failed }, filings }: Props) {
  if (passed + failed === 0) return <span className="whitespace-nowrap text-ink-3">No checks</span>
  if (failed === 0) return <Passing count={passed} filings={filings} />
  return (
    <span className="inline-flex items-center gap-1.5 check-fails">
      <CrossIcon size={13} />
      <span>
        <strong>{formatCount(failed)}</strong> of {formatCount(passed + failed)} fail
        <Filings count={filings} />
      </span>
    </span>
  )
}

/** Of a deal with several filings, that all of them are counted. */
function Filings({ count }: { count: number }) {
  if (count < 2) return null
  return <span className="block text-[0.6875rem] leading-3 text-ink-3">in {formatCount(count)} filings</span>
}

function Passing({ count, filings }: { count: number; filings: number }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <CheckIcon size={13} className="text-pass" />
      <span>
        {formatCount(count)}
        <span className="sr-only"> checks pass</span>
        <Filings count={filings} />
      </span>
    </span>
  )
}
