'use client'

import { useEffect, useState } from 'react'
import { CheckIcon, LinkIcon } from '@/components/shell/icons.tsx'

/** How long the button says that the address was copied, in milliseconds. */
const thanksFor = 2000

/** Copies the address of what is shown, for it always says what is seen. */
export function CopyLink({ className, iconSize }: { className: string; iconSize?: number }) {
  const [said, say] = useState('Copy link')
  useEffect(() => {
    if (said === 'Copy link') return
    const timer = setTimeout(() => say('Copy link'), thanksFor)
    return () => clearTimeout(timer)
  }, [said])
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => say('Copied'),
      () => say('Not allowed to copy'),
    )
  return (
    <button type="button" className={`${className} needs-script`} onClick={copy}>
      {said === 'Copied' ? <CheckIcon size={iconSize} className="text-pass" /> : <LinkIcon size={iconSize} />}
      <span aria-live="polite">{said}</span>
    </button>
  )
}
