'use client'
import type { ReactNode } from 'react'
import { isEdgarFaultCode } from '@/lib/edgar-faults.ts'
import { formatBytes } from '@/lib/format/bytes.ts'
import { formatOutcome } from '@/lib/format/count-of.ts'
import { formatCount } from '@/lib/format/numbers.ts'
import { CheckIcon, CrossIcon, WarningIcon } from '../shell/icons.tsx'
import type { FileAnswer } from './answer.ts'
import type { Row, Standing, UploadQueue } from './queue.ts'

/** One file: how it stands, what became of it, and what can be done about it. */
export function QueueRow({ row, queue }: { row: Row; queue: UploadQueue }) {
  return (
    <li className={`queue-row ${isBad(row.standing) ? 'queue-row-bad' : ''}`}>
      <StandingIcon standing={row.standing} />
      <span className="queue-name">{row.name}</span>
      <span className="queue-size">{row.bytes !== null && formatBytes(row.bytes)}</span>
      <div className="queue-result">
        <Outcome standing={row.standing} isFetched={'address' in row.file} />
      </div>
      <RowAction row={row} queue={queue} />
    </li>
  )
}

/** Did something become of the file that its sender has to know? */
export function isBad(standing: Standing): boolean {
  return standing.is === 'failed' || (standing.is === 'done' && standing.answer.status === 'refused')
}

function StandingIcon({ standing }: { standing: Standing }) {
  if (isBad(standing)) {
    const Sign = standing.is === 'failed' ? WarningIcon : CrossIcon
    return <Sign size={14} className="text-fail" />
  }
  if (standing.is === 'done' || standing.is === 'before') return <CheckIcon size={14} className="text-pass" />
  return (
    <span aria-hidden="true" className="w-3.5 text-center text-ink-3">
      ·
    </span>
  )
}

function Outcome({ standing, isFetched }: { standing: Standing; isFetched: boolean }): ReactNode {
  switch (standing.is) {
    case 'waiting':
      return <span className="text-ink-3">Waiting</span>
    case 'sending':
      return <Sending share={standing.share} doing={doingOf(standing.share, isFetched)} />
    case 'done':
      return <Answered answer={standing.answer} isFetched={isFetched} />
    case 'before':
      return <>Done before the page was left</>
    case 'failed':
      return (
        <>
          <strong className="text-fail">{isFetched ? 'Not fetched.' : 'Not sent.'}</strong> {standing.message}
        </>
      )
    case 'cancelled':
      return <span className="text-ink-3">Cancelled</span>
  }
}

function doingOf(share: number, isFetched: boolean): string {
  if (isFetched) return 'Fetching and reading'
  return share < 1 ? `Sending, ${Math.floor(share * 100)}%` : 'Reading and checking'
}

function Sending({ share, doing }: { share: number; doing: string }) {
  return (
    <span className="flex items-center gap-2.5">
      <progress value={share < 1 ? share : undefined} aria-label={doing} className="progress-bar" />
      <span>{doing}</span>
    </span>
  )
}

function Answered({ answer, isFetched }: { answer: FileAnswer; isFetched: boolean }) {
  if (answer.status === 'refused') {
    return (
      <>
        <strong className="text-fail">
          {isEdgarFaultCode(answer.problem?.code) ? 'Not fetched.' : 'Refused.'}
        </strong>{' '}
        {answer.problem?.message}
      </>
    )
  }
  if (answer.status === 'known')
    return (
      <>
        Already here, {isFetched ? 'so it was not fetched' : 'byte for byte'}: <DealLink deal={answer.deal} />
      </>
    )
  return (
    <>
      <DealLink deal={answer.deal} /> added: {describeTables(answer)}
    </>
  )
}

function DealLink({ deal }: { deal: FileAnswer['deal'] }) {
  return deal && <a href={deal.url}>{deal.name ?? deal.slug}</a>
}

/** `9 tables, 159 checks pass`, or `9 tables, 2 of 159 checks fail`. */
function describeTables({ stratifications, checks }: FileAnswer): string {
  if (stratifications === 0) return 'no tables in it, and its page says why'
  const tables = stratifications === 1 ? '1 table' : `${stratifications} tables`
  const all = checks ? checks.passed + checks.failed : 0
  if (checks === null || all === 0) return tables
  if (all === 1) return `${tables}, ${formatOutcome(checks)}`
  return checks.failed > 0
    ? `${tables}, ${formatCount(checks.failed)} of ${formatCount(all)} checks fail`
    : `${tables}, ${formatCount(all)} checks pass`
}

function RowAction({ row: { id, name, standing }, queue }: { row: Row; queue: UploadQueue }) {
  if (standing.is === 'waiting' || standing.is === 'sending') {
    return <RowButton says="Cancel" about={name} press={() => queue.cancel(id)} />
  }
  if (standing.is === 'failed' && !standing.final) {
    return <RowButton says="Try again" about={name} press={() => queue.retry(id)} />
  }
  if (standing.is === 'cancelled') return <RowButton says="Send" about={name} press={() => queue.retry(id)} />
  const deal = standing.is === 'done' ? standing.answer.deal : null
  return deal ? (
    <a href={deal.url} className="text-button">
      Open<span className="sr-only"> {deal.name ?? deal.slug}</span>
    </a>
  ) : null
}

function RowButton({ says, about, press }: { says: string; about: string; press: () => void }) {
  return (
    <button type="button" className="text-button" onClick={press}>
      {says}
      <span className="sr-only"> {about}</span>
    </button>
  )
}
