'use client'

import { useState } from 'react'
import { savePicture } from './save-picture.ts'

/** A button that saves a picture as PNG; `href` is where it is as SVG. */
export function SavePng({ href, className }: { href: string; className?: string }) {
  const [failed, setFailed] = useState(false)
  const save = () =>
    savePicture(href).then(
      () => setFailed(false),
      () => setFailed(true),
    )
  return (
    <button type="button" className={`needs-script ${className ?? ''}`} onClick={save}>
      <span aria-live="polite">{failed ? 'Not saved' : 'PNG'}</span>
    </button>
  )
}
