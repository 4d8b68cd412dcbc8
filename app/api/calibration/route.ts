import { getLibrary } from '@/lib/library/index.ts'
import { answerCalibration } from '@/lib/server/calibration-answer.ts'
import { reading } from '@/lib/server/reading.ts'

/** Intervals asked of tapes that are printed in ranges, held against their loans. */
export const GET = reading('look', async () => Response.json(await answerCalibration(await getLibrary())))
