import { formatCount } from '@/lib/format/index.ts'
import type { CheckCount } from '@/lib/library/deal-summary.ts'
import { CheckIcon, CrossIcon } from '../shell/icons.tsx'

/** How a deal's checks came out, in a shape, a colour and words. */
export function CheckState({ checks: { passed, failed } }: { checks: CheckCount }) {
  if (passed + failed === 0) return <span className="whitespace-nowrap text-ink-3">none to make</span>
  if (failed === 0) return <Passing count={passed} />
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-fail">
      <CrossIcon size={13} />
      <span>
        <strong>{formatCount(failed)}</strong> of {formatCount(passed + failed)} fail
      </span>
    </span>
  )
}

function Passing({ count }: { count: number }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <CheckIcon size={13} className="text-pass" />
      {formatCount(count)}
      <span className="sr-only"> checks pass</span>
    </span>
  )
}
