'use client'

import { useEffect, useState } from 'react'
import type { Evidence } from '@/lib/evidence/describe-place.ts'
import { pickReasons } from '@/lib/evidence/pick-reasons.ts'
import { useWhy } from './use-why.ts'
import { WhyDisclosure } from './why-disclosure.tsx'
import { noReasons, WhyList } from './why-list.tsx'

type Props = {
  sha256: string
  evidence: Evidence
  /** Called once the reasons have come or gone, which changes the room of what stands below them. */
  onResize: () => void
}

/** Why a figure of a table was read so, fetched once it is asked for; it stays open from figure to figure. */
export function PanelWhy({ sha256, evidence, onResize }: Props) {
  const [isOpen, open] = useState(false)
  if (evidence.table === null) return null
  return (
    <WhyDisclosure onToggle={open}>
      {isOpen && <Reasons {...{ sha256, evidence, onResize }} table={evidence.table} />}
    </WhyDisclosure>
  )
}

function Reasons({ sha256, evidence, table, onResize }: Props & { table: NonNullable<Evidence['table']> }) {
  const [why, retry] = useWhy(sha256, table)
  const { state } = why
  useEffect(() => {
    void state
    onResize()
    return onResize
  }, [onResize, state])
  if (why.state === 'loading') return <p className="why-none">Reading the table again…</p>
  if (why.state === 'failed')
    return (
      <p className="why-none" role="alert">
        The reasons did not load.{' '}
        <button type="button" onClick={retry}>
          Try again
        </button>
      </p>
    )
  const { tables } = why.value
  if (tables === null) return <p className="why-none">{noReasons.tooLong}</p>
  const reasons = pickReasons(tables, evidence)
  return reasons.length === 0 ? <p className="why-none">{noReasons.none}</p> : <WhyList reasons={reasons} />
}
