// Runs in a thread of its own: reads the first sheet of an XLSX and hands its rows over piece by
// piece, each when it is asked for, so that nothing holds up the thread that serves the seller.
const { parentPort, workerData } = require('node:worker_threads');

const { bytes, libraryPath, maxRows, pieceRows } = workerData;
const { readSheet } = require(libraryPath);

const textOf = (cell) => {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString() : String(cell);
};

readSheet(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).then(
  (sheet) => {
    const rows = [];
    let rowCount = 0;
    sheet.forEach((cells, index) => {
      const texts = cells.map(textOf);
      if (!texts.some((text) => text.trim() !== '')) return;
      rowCount += 1;
      if (rowCount <= maxRows) rows.push({ line: index + 1, cells: texts });
    });
    let at = 0;
    parentPort.on('message', () => {
      parentPort.postMessage({ kind: 'rows', rows: rows.slice(at, at + pieceRows) });
      at += pieceRows;
    });
    parentPort.postMessage({ kind: 'opened', rowCount });
  },
  (fault) => {
    parentPort.postMessage({ kind: 'damaged', problem: String(fault) });
    parentPort.close();
  },
);
