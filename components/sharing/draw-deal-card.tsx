import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ImageResponse } from 'next/og'
import type { DealRecord } from '@/lib/library/index.ts'
import type { ReportPart } from '@/lib/library/report-part.ts'
import { cardSize, DealCard } from './deal-card.tsx'

const weights = [400, 600, 700] as const
const folder = 'node_modules/@fontsource/inter/files'

/** The fonts of the picture, read once: the drawing library knows neither variable fonts nor woff2. */
let fonts: Promise<{ name: string; data: ArrayBuffer; weight: (typeof weights)[number] }[]> | undefined

function loadFonts() {
  fonts ??= Promise.all(
    weights.map(async weight => {
      const file = await readFile(join(process.cwd(), folder, `inter-latin-${weight}-normal.woff`))
      return { name: 'Inter', data: new Uint8Array(file).buffer, weight }
    }),
  )
  return fonts
}

/** A deal's picture as PNG bytes, 1200 by 630. */
export async function drawDealCard(deal: DealRecord, part: ReportPart): Promise<ArrayBuffer> {
  const drawn = new ImageResponse(<DealCard deal={deal} part={part} />, {
    ...cardSize,
    fonts: await loadFonts(),
  })
  return drawn.arrayBuffer()
}
