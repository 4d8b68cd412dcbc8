import { flushCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { drawPng } from './draw-png.ts'

/** The thread that draws pictures as PNG (`server/picture-answer.ts`). Node runs this file as it is. */
parentPort?.on('message', async (svg: string) => {
  try {
    const done = await drawPng(svg)
    parentPort?.postMessage({ done }, [done.buffer])
  } catch (fault) {
    parentPort?.postMessage({
      fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
    })
  }
})

parentPort?.postMessage('loaded')
// Threads are ended, not left to end, and then nothing of what was compiled would be kept.
flushCompileCache()
