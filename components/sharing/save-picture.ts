/** A picture is drawn with this many pixels to each of its own, for screens and paper that show them. */
const pixelRatio = 2

/** Save the picture at an address, which is SVG, as PNG, drawn here in the browser. Throws where that fails. */
export async function savePicture(address: string): Promise<void> {
  const { svg, name } = await fetchSvg(address)
  saveAs(await drawPng(svg), name)
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

function saveAs(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // Released only when the browser has surely begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
