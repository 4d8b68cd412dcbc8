'use client'

import { CopyButton } from './copy-button.tsx'

/** Copies the address of what is shown, for it always says what is seen. */
export function CopyLink({ className, iconSize }: { className: string; iconSize?: number }) {
  return (
    <CopyButton className={className} iconSize={iconSize} name="Copy link" textOf={() => location.href} />
  )
}
