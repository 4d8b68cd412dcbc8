import { readFileSync } from 'node:fs'
import path from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/** A picture is drawn with so many pixels to each of its own, for screens and paper that show them. */
const pixelRatio = 2

/** The most pixels of a picture: 120 MB of memory while it is drawn, and three times as many as the largest chart has. */
const mostPixels = 30e6

const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'node_modules')

/** The weights that pictures are set in, those of letters beyond Western Europe's last: only what lacks in the first is taken of them. */
const fontFiles = ['latin', 'latin-ext'].flatMap(letters =>
  [400, 500, 600].map(weight => `@fontsource/inter/files/inter-${letters}-${weight}-normal.woff2`),
)

type Drawer = { fonts: Uint8Array[] }
let started: Promise<Drawer> | undefined

/** The program that draws is WebAssembly: it sees no file and no network, only what it is given. */
async function startDrawer(): Promise<Drawer> {
  const read = (file: string) => new Uint8Array(readFileSync(path.join(folder, file)))
  await initWasm(read('@resvg/resvg-wasm/index_bg.wasm'))
  return { fonts: fontFiles.map(read) }
}

/** A picture (`picture.ts`) as PNG, of twice its pixels. */
export async function drawPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  started ??= startDrawer()
  const { fonts } = await started
  const font = { fontBuffers: fonts, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' }
  const picture = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: pixelRatio } })
  // What is held by the program is given back by nothing else.
  try {
    const pixels = picture.width * picture.height * pixelRatio ** 2
    if (pixels > mostPixels) throw new Error(`A picture of ${pixels} pixels is too large.`)
    const drawn = picture.render()
    const png = new Uint8Array(drawn.asPng())
    drawn.free()
    return png
  } finally {
    picture.free()
  }
}
