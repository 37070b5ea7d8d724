import { crc32 } from 'node:zlib';

/** A PNG that claims `widthPx` x `heightPx` and holds only `compressedRows`. */
export function pngOf(widthPx: number, heightPx: number, compressedRows: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  // 8 bits, greyscale, no interlacing.
  header.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunkOf('IHDR', header),
    chunkOf('IDAT', compressedRows),
    chunkOf('IEND', new Uint8Array()),
  ]);
}

/** A whole, uncompressed BMP of one colour, 24 bits a pixel. */
export function bmpOf(widthPx: number, heightPx: number): Buffer {
  const headerBytes = 54;
  const rowBytes = Math.ceil((widthPx * 3) / 4) * 4;
  const bitmap = Buffer.alloc(headerBytes + rowBytes * heightPx, 0x77);
  bitmap.fill(0, 0, headerBytes).write('BM', 'latin1');
  bitmap.writeUInt32LE(bitmap.byteLength, 2);
  bitmap.writeUInt32LE(headerBytes, 10);
  bitmap.writeUInt32LE(40, 14);
  bitmap.writeInt32LE(widthPx, 18);
  bitmap.writeInt32LE(heightPx, 22);
  bitmap.writeUInt16LE(1, 26);
  bitmap.writeUInt16LE(24, 28);
  return bitmap;
}

function chunkOf(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.byteLength);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
