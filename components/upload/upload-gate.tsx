'use client'
import { type ComponentType, useEffect, useState } from 'react'
import type { Handed } from './handed.ts'
import { onHeldFiles, watchHeldFiles } from './held-files.ts'

type Desk = typeof import('./upload-desk.tsx')

const unreachable =
  'Strata could not be reached, so nothing was sent. Your files are as they were; try again.'

/** What is worth loading the desk for, which looks closer. */
const mayBeAddress = /^\d{10}|sec\.gov/i

/**
 * Takes filings from anywhere on any page: dropped, pasted, chosen with a button. Only listens; what shows and sends them
 * is loaded at the first sign of a file.
 */
export function UploadGate() {
  const [UploadDesk, setDesk] = useState<ComponentType>()
  useEffect(() => openGate(desk => setDesk(() => desk.UploadDesk)), [])
  return UploadDesk && <UploadDesk />
}

/** Start listening; gives back how to stop. `show` is called once the desk is loaded. */
function openGate(show: (desk: Desk) => void): () => void {
  const stop = new AbortController()
  let loading: Promise<Desk> | undefined
  const load = () => {
    loading ??= import('./upload-desk.tsx')
    return loading.then(desk => {
      show(desk)
      return desk
    })
  }
  const use = (work: (desk: Desk) => void) => {
    load().then(work, () => {
      loading = undefined
      alert(unreachable)
    })
  }
  const hand = (things: Handed[]) => {
    if (things.length > 0) use(desk => desk.receive(things))
  }
  const on = <K extends keyof DocumentEventMap>(type: K, answer: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, answer, { signal: stop.signal })

  watchHeldFiles(holdsFiles, stop.signal)
  const onHeld = () => {
    load().catch(() => {
      loading = undefined
    })
  }
  const stopWaiting = onHeldFiles(onHeld)
  stop.signal.addEventListener('abort', stopWaiting)
  on('dragover', event => {
    if (holdsFiles(event)) event.preventDefault()
  })
  on('drop', event => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    hand(takeDropped(event.dataTransfer))
  })
  on('paste', event => {
    hand([...(event.clipboardData?.files ?? [])])
    const text = event.clipboardData?.getData('text/plain').trim() ?? ''
    if (mayBeAddress.test(text)) use(desk => desk.receivePasted(text, event.target))
  })
  on('change', event => hand(takeChosen(event.target)))
  on('click', event => {
    const button = event.target instanceof Element && event.target.closest('[data-choose]')
    if (!button) return
    event.preventDefault()
    choose(button.getAttribute('data-choose') === 'folder', hand)
  })
  on('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement && form.matches('[data-samples], [data-edgar]'))) return
    // A button with an address of its own leads there.
    if (event.submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    use(desk => desk.receiveForm(form))
  })
  // An upload that was under way when the page was left is told of.
  if (keepsUpload()) onHeld()
  // What was dropped or chosen before this script ran has waited.
  hand(takeHeld())
  for (const field of document.querySelectorAll('input[data-upload]')) hand(takeChosen(field))
  return () => stop.abort()
}

function keepsUpload(): boolean {
  try {
    return localStorage.getItem('uploads') !== null
  } catch {
    return false
  }
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

/** The things of a drop. Must run while the event does: afterwards the browser takes them back. */
function takeDropped(drop: DataTransfer | null): Handed[] {
  return [...(drop?.items ?? [])]
    .map(item => item.webkitGetAsEntry() ?? item.getAsFile())
    .filter(thing => thing !== null)
}

declare global {
  interface Window {
    strataHeld?: (Handed | null)[]
  }
}

/** What public/first.js held of earlier drops; from now on it holds nothing. */
function takeHeld(): Handed[] {
  const held = window.strataHeld ?? []
  delete window.strataHeld
  return held.filter(thing => thing !== null)
}

/** The files of an upload field, which is left empty for the next choice; none for any other field. */
function takeChosen(field: EventTarget | null): File[] {
  if (!(field instanceof HTMLInputElement && field.matches('[data-upload]'))) return []
  const files = [...(field.files ?? [])]
  field.value = ''
  return files
}

/** Open the browser's file or folder chooser. */
function choose(folder: boolean, hand: (files: File[]) => void) {
  const field = document.createElement('input')
  field.type = 'file'
  field.multiple = true
  field.webkitdirectory = folder
  field.onchange = () => hand([...(field.files ?? [])])
  field.click()
}
