import { saveAs } from './save-long-file.ts'
import type { Say } from './say.ts'

/** A picture is drawn with this many pixels to each of its own, for screens and paper that show them. */
const pixelRatio = 2

/** Save the picture at an address, which is SVG, as PNG, drawn here in the browser. Throws where that fails. */
export async function savePicture(address: string): Promise<void> {
  const { svg, name } = await fetchSvg(address)
  saveAs(await drawPng(svg), name)
}

/** Copy the picture at an address as PNG, and say what became of it. */
export async function copyPicture(address: string, say: Say): Promise<void> {
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write)
    return say('This browser cannot copy pictures here. Save the chart as PNG instead.')
  say('Drawing the picture…')
  const png = fetchSvg(address).then(({ svg }) => drawPng(svg))
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    say('Copied as an image.')
  } catch {
    const problem = await png.then(
      () => 'The browser did not allow copying the picture. Save the chart as PNG instead.',
      () => 'The picture was not copied: the chart could not be drawn.',
    )
    say(problem)
  }
}

async function fetchSvg(address: string): Promise<{ svg: Blob; name: string }> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The chart was answered with ${answer.status}.`)
  const name = /filename="([^"]+)\.svg"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'chart'
  return { svg: await answer.blob(), name: `${name}.png` }
}

async function drawPng(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * pixelRatio
    canvas.height = image.naturalHeight * pixelRatio
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        png => (png ? resolve(png) : reject(new Error('The canvas gave no picture.'))),
        'image/png',
      )
    })
  } finally {
    URL.revokeObjectURL(address)
  }
}
