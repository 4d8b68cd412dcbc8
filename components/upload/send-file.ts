import { type Answer, readAnswer } from './answer.ts'
import type { Address } from './handed.ts'

/**
 * How long nothing may happen before sending has failed, in milliseconds: while the file leaves, which may take as long as
 * the connection needs, and then until the answer comes, for which the server reads the file.
 */
const silenceMs = { leaving: 90_000, reading: 15 * 60_000 }

const noConnection = 'The connection broke before the file arrived. Try again.'
const tooSlow = 'The server took too long. Try again.'

export type Sending = { answer: Promise<Answer>; cancel: () => void }

/**
 * Send one file to the library, or the address that it fetches one from. `progress` is told the share that has left, from 0 to 1. A cancelled sending never
 * answers. XMLHttpRequest, for `fetch` does not tell how far an upload is.
 */
export function sendFile(file: File | Address, progress: (share: number) => void): Sending {
  if (!('address' in file)) return sendForm('/api/filings', formOf(file), progress)
  return sendForm('/api/edgar', new URLSearchParams({ address: file.address }), progress)
}

function formOf(file: File): FormData {
  const form = new FormData()
  form.append('file', file, file.name)
  return form
}

function sendForm(
  path: string,
  form: FormData | URLSearchParams,
  progress: (share: number) => void,
): Sending {
  const request = new XMLHttpRequest()
  let timer: ReturnType<typeof setTimeout> | undefined
  const answer = new Promise<Answer>(resolve => {
    const giveUp = () => {
      request.abort()
      resolve({ failure: tooSlow, final: false })
    }
    const waitFor = (ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(giveUp, ms)
    }
    request.upload.onloadstart = () => waitFor(silenceMs.leaving)
    request.upload.onprogress = event => {
      waitFor(silenceMs.leaving)
      progress(event.total > 0 ? event.loaded / event.total : 0)
    }
    request.upload.onload = () => {
      waitFor(silenceMs.reading)
      progress(1)
    }
    request.onload = () => resolve(readAnswer(request.status, request.responseText))
    request.onerror = () => resolve({ failure: noConnection, final: false })
    request.onloadend = () => clearTimeout(timer)
  })
  request.open('POST', path)
  request.setRequestHeader('Accept', 'application/json')
  request.send(form)
  return { answer, cancel: () => request.abort() }
}
