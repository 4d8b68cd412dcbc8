'use client'

import { useEffect, useState } from 'react'
import { CheckIcon, ChevronDownIcon, CrossIcon, LinkIcon } from '@/components/shell/icons.tsx'
import type { Step } from './walk-figures.ts'

/** The figure above, the figure below, copy the address, close. */
export function PanelActions({ close, walk }: { close: () => void; walk: (step: Step) => void }) {
  return (
    <div className="source-actions">
      <button type="button" className="source-button" aria-label="Figure above" onClick={() => walk('up')}>
        <ChevronDownIcon size={14} className="rotate-180" />
      </button>
      <button type="button" className="source-button" aria-label="Figure below" onClick={() => walk('down')}>
        <ChevronDownIcon size={14} />
      </button>
      <CopyLink />
      <button type="button" className="source-button" aria-label="Close the source" onClick={close}>
        <CrossIcon size={14} />
      </button>
    </div>
  )
}

/** How long the button says that the address was copied, in milliseconds. */
const thanksFor = 2000

function CopyLink() {
  const [said, say] = useState('Copy link')
  useEffect(() => {
    if (said === 'Copy link') return
    const timer = setTimeout(() => say('Copy link'), thanksFor)
    return () => clearTimeout(timer)
  }, [said])
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => say('Copied'),
      () => say('Not allowed'),
    )
  return (
    <button type="button" className="source-button source-copy" onClick={copy}>
      {said === 'Copied' ? <CheckIcon size={14} className="text-pass" /> : <LinkIcon size={14} />}
      <span aria-live="polite">{said}</span>
    </button>
  )
}
