'use client'

import { useEffect, useState } from 'react'
import { CheckIcon, LinkIcon } from '@/components/shell/icons.tsx'

/** How long the button says that something was copied, in milliseconds. */
const thanksFor = 2000

type Props = { className: string; name: string; iconSize?: number; textOf: () => string }

/** A button that copies a text, and says whether it could. */
export function CopyButton({ className, name, iconSize, textOf }: Props) {
  const [said, say] = useState<string | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => say(null), thanksFor)
    return () => clearTimeout(timer)
  }, [said])
  const copy = () =>
    navigator.clipboard.writeText(textOf()).then(
      () => say('Copied'),
      () => say('Not allowed to copy'),
    )
  return (
    <button type="button" className={`${className} needs-script`} onClick={copy}>
      {said === 'Copied' ? <CheckIcon size={iconSize} className="text-pass" /> : <LinkIcon size={iconSize} />}
      <span aria-live="polite">{said ?? name}</span>
    </button>
  )
}
