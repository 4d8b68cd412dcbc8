import path from 'node:path'
import { makeAskerKey } from '../access/sealed-asker.ts'
import type { HeardFault } from './drawing-messages.ts'
import { drawingPool } from './drawing-pool.ts'
import { startLog } from './request-log.ts'
import { settingsAtStart } from './service-settings.ts'

/**
 * What stands before all else is loaded: the settings, the log, and the first process that draws, which takes as long to start as
 * the one that serves and so starts beside it.
 */
export const settings = settingsAtStart(process.env)
export const log = startLog(settings.log)
// Processes that draw are given it as they start.
if (settings.access) makeAskerKey()

let hearFault: (fault: HeardFault) => void = () => undefined
export const drawing = drawingPool(path.join(import.meta.dirname, 'drawing-process.ts'), {
  hearFault: fault => hearFault(fault),
})

/** Who is told what processes that draw find wrong with the library, once there is one. */
export function onFaultOfDrawing(hear: (fault: HeardFault) => void): void {
  hearFault = hear
}
