'use client'

import { CopyLink } from '@/components/sharing/copy-link.tsx'
import { ChevronDownIcon, CrossIcon } from '@/components/shell/icons.tsx'
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
      <CopyLink className="source-button source-copy" iconSize={14} />
      <button type="button" className="source-button" aria-label="Close the source" onClick={close}>
        <CrossIcon size={14} />
      </button>
    </div>
  )
}
