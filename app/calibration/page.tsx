import type { Metadata } from 'next'
import { admitting } from '@/app/admitted.tsx'
import { CalibrationView } from '@/components/calibration/calibration-view.tsx'
import { getLibrary } from '@/lib/library/index.ts'
import { loadCalibration } from '@/lib/server/load-calibration.ts'

/** Drawn for each request: a tape that was added is asked too. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Calibration', robots: { index: false } }

/** Intervals held against the loans that their ranges were printed from. */
export default admitting('look', async function CalibrationPage() {
  return <CalibrationView loaded={await loadCalibration(await getLibrary())} />
})
