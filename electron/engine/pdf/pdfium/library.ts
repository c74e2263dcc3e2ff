import { readFileSync } from 'node:fs';
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../byte-source.ts';

type WasmFunction = (...args: number[]) => number;

/** What the WebAssembly module offers besides PDFium's own functions. Its own typings need a package we do not have. */
interface Emscripten {
  /** Replaced whenever memory grows: never keep it over a call. */
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: Readonly<Record<string, WasmFunction>> & {
    malloc(bytes: number): number;
    free(pointer: number): void;
    /** The functions that have a pointer. */
    readonly __indirect_function_table: WebAssembly.Table;
  };
}

/** Most memory one PDFium may take, in bytes, unless told otherwise: past it the document is given up. */
const defaultMaxMemoryBytes = 1024 * 1024 * 1024;

/**
 * One PDFium: a WebAssembly instance with its own memory. Single-threaded; a call blocks the thread it runs in, so it
 * lives in worker threads and in the page reader's process, never in the engine's own thread.
 */
export interface Pdfium {
  /** PDFium's C functions by name. Pointers are numbers; strings are given as UTF-8. */
  readonly api: WrappedPdfiumModule;
  readonly memory: PdfiumMemory;
  /** The function pointer and the sources behind FPDF_FILEACCESS. */
  readonly sources: SourceTable;
  /** Set once a trap has left the instance's memory in an unknown state; it is not used again. */
  isBroken: boolean;
  /**
   * Makes a call, or a few that belong together.
   * @throws AppError PDF_DAMAGED when PDFium traps, PDF_LIMIT_EXCEEDED when it was out of memory; either way every
   *   handle of this instance is lost and `loadPdfium` gives a new one
   */
  guard<T>(call: () => T): T;
}

export interface PdfiumMemory {
  /** Lends zeroed memory for the time of a call. */
  withBytes<T>(bytes: number, use: (pointer: number) => T): T;
  allocate(bytes: number): number;
  free(pointer: number): void;
  view(pointer: number, bytes: number): Uint8Array;
  int32(pointer: number): number;
  float32(pointer: number): number;
  float64(pointer: number): number;
  setInt32(pointer: number, value: number): void;
  setFloat32(pointer: number, value: number): void;
  /**
   * Text from a function that fills a UTF-16LE buffer and returns the bytes needed, as most of PDFium's do.
   * @param fill called with (0, 0) for the size, then with the buffer
   */
  utf16(fill: (pointer: number, bytes: number) => number, maxBytes?: number): string;
}

export interface SourceTable {
  readonly callback: number;
  add(source: ByteSource): number;
  remove(id: number): void;
  /** What reading the source threw, if anything: the reason why PDFium found nothing there. */
  errorOf(id: number): unknown;
}

const instances = new Map<string, Promise<Pdfium>>();
const compiled = new Map<string, Promise<WebAssembly.Module>>();

/**
 * PDFium, warm from the second call on; a new instance once the last one broke.
 *
 * @param wasmPath Platform.pdfiumWasmPath
 * @example const pdfium = await loadPdfium(platform.pdfiumWasmPath);
 */
export async function loadPdfium(
  wasmPath: string,
  { maxMemoryBytes = defaultMaxMemoryBytes }: { maxMemoryBytes?: number } = {},
): Promise<Pdfium> {
  const key = `${maxMemoryBytes} ${wasmPath}`;
  const present = await instances.get(key);
  if (present && !present.isBroken) return present;
  const instance = startPdfium(wasmPath, maxMemoryBytes);
  keep(instances, key, instance);
  return instance;
}

/** Remembers what is being made, unless it fails: the cause may be gone the next time. */
function keep<T>(known: Map<string, Promise<T>>, key: string, made: Promise<T>): void {
  known.set(key, made);
  made.catch(() => {
    if (known.get(key) === made) known.delete(key);
  });
}

async function startPdfium(wasmPath: string, maxMemoryBytes: number): Promise<Pdfium> {
  // Read at once: a thread of the runtime then compiles it while this one works on, which may not notice for a while that it was read.
  let compiling = compiled.get(wasmPath);
  if (!compiling) keep(compiled, wasmPath, (compiling = WebAssembly.compile(readFileSync(wasmPath))));
  // Loaded only where pages are read: the engine's own thread knows of PDFium, and never starts it.
  const [{ init }, module] = await Promise.all([import('@embedpdf/pdfium'), compiling]);
  let wasOutOfMemory = false;
  const overrides = {
    // Warnings about damaged files quote them: they go nowhere.
    print: () => {},
    printErr: () => {},
    instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(module, imports);
      const memory = instance.exports['memory'] as WebAssembly.Memory;
      const grow = memory.grow.bind(memory);
      // PDFium sees a failed allocation, as on a machine with less memory, and gives up the document.
      memory.grow = (pages) => {
        if (memory.buffer.byteLength + pages * 65_536 > maxMemoryBytes) {
          wasOutOfMemory = true;
          throw new RangeError('PDFium has reached its limit of memory');
        }
        return grow(pages);
      };
      receive(instance);
      return instance.exports;
    },
  };
  callDirectly(overrides);
  const api = await init(overrides as Parameters<typeof init>[0]);
  api.PDFiumExt_Init();

  const emscripten = api.pdfium as unknown as Emscripten;
  const pdfium: Pdfium = {
    api,
    memory: createMemory(emscripten),
    sources: createSourceTable(emscripten),
    isBroken: false,
    guard(call) {
      if (pdfium.isBroken) throw new AppError('PDF_DAMAGED');
      wasOutOfMemory = false;
      try {
        const value = call();
        if (wasOutOfMemory) throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'memory' });
        return value;
      } catch (error) {
        if (isAppError(error)) throw error;
        // Traps, aborts, exhausted stacks and refused allocations all leave the instance half way through a call.
        const isTrap = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
        pdfium.isBroken = true;
        if (wasOutOfMemory) throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'memory' }, { cause: error });
        if (isTrap) throw new AppError('PDF_DAMAGED', {}, { cause: error });
        throw error;
      }
    },
  };
  return pdfium;
}

/** How emscripten makes a JavaScript function of a C function: its name, the type it returns, the types it takes. */
type Wrap = (name: string, returns: string | null, takes: readonly string[]) => unknown;

/**
 * Lets calls that hand over no text go straight to the module. The library's own way leads each through three functions that
 * look it up by name and check it, for longer than most calls last; reading the places of a page's letters takes thousands.
 *
 * @param overrides of the module that is about to start
 */
function callDirectly(overrides: object): void {
  let wrap: Wrap;
  Object.defineProperty(overrides, 'cwrap', {
    set(own: Wrap) {
      wrap = own;
    },
    get: () =>
      function (this: Emscripten, ...[name, returns, takes]: Parameters<Wrap>): unknown {
        const call = this.wasmExports[name];
        if (!call || returns === 'string' || takes.includes('string')) return wrap(name, returns, takes);
        return returns === 'boolean' ? (...args: number[]) => call(...args) !== 0 : call;
      },
  });
}

function createMemory(emscripten: Emscripten): PdfiumMemory {
  const { malloc, free } = emscripten.wasmExports;
  let latest = new DataView(emscripten.HEAPU8.buffer);
  const data = () => {
    const { buffer } = emscripten.HEAPU8;
    return latest.buffer === buffer ? latest : (latest = new DataView(buffer));
  };
  const decoder = new TextDecoder('utf-16le');
  const memory: PdfiumMemory = {
    allocate(bytes) {
      const pointer = malloc(bytes) >>> 0;
      if (pointer === 0) throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'memory' });
      emscripten.HEAPU8.fill(0, pointer, pointer + bytes);
      return pointer;
    },
    free,
    withBytes(bytes, use) {
      const pointer = memory.allocate(bytes);
      let value;
      try {
        value = use(pointer);
      } catch (error) {
        // After a trap the heap is not to be trusted, not even to free.
        if (isAppError(error)) free(pointer);
        throw error;
      }
      free(pointer);
      return value;
    },
    view: (pointer, bytes) => emscripten.HEAPU8.subarray(pointer >>> 0, (pointer >>> 0) + bytes),
    int32: (pointer) => data().getInt32(pointer, true),
    float32: (pointer) => data().getFloat32(pointer, true),
    float64: (pointer) => data().getFloat64(pointer, true),
    setInt32: (pointer, value) => data().setInt32(pointer, value, true),
    setFloat32: (pointer, value) => data().setFloat32(pointer, value, true),
    utf16(fill, maxBytes = 1_000_000) {
      const bytes = Math.min(fill(0, 0) >>> 0, maxBytes);
      if (bytes <= 2) return '';
      return memory.withBytes(bytes, (pointer) => {
        fill(pointer, bytes);
        // The last character is the terminating zero.
        return decoder.decode(memory.view(pointer, bytes - 2));
      });
    },
  };
  return memory;
}

/** One WebAssembly callback serves all documents: it takes its source by the number in FPDF_FILEACCESS.m_Param. */
function createSourceTable(emscripten: Emscripten): SourceTable {
  const sources = new Map<number, { source: ByteSource; error?: unknown }>();
  let lastId = 0;
  // Arguments arrive as signed 32-bit numbers; positions and pointers are unsigned.
  const callback = pointerTo(emscripten, (id, position, buffer, size) => {
    const entry = sources.get(id);
    if (!entry) return 0;
    const bytes = size >>> 0;
    const start = buffer >>> 0;
    try {
      const read = entry.source.readAt(position >>> 0, emscripten.HEAPU8.subarray(start, start + bytes));
      return read === bytes ? 1 : 0;
    } catch (error) {
      // An exception must not propagate through PDFium's frames; it is thrown when the call returns.
      entry.error = error;
      return 0;
    }
  });
  return {
    callback,
    add(source) {
      sources.set(++lastId, { source });
      return lastId;
    },
    remove: (id) => void sources.delete(id),
    errorOf: (id) => sources.get(id)?.error,
  };
}

type GetBlock = (id: number, position: number, buffer: number, size: number) => number;

/**
 * A module that imports `e.f`, a function of four whole numbers that returns one, and exports it as `f`: only what comes from a
 * module may stand in a table of functions (WebAssembly core specification §5.5).
 */
const getBlockModule = Uint8Array.from(
  // magic, version; section 1: a type; section 2: an import of it; section 7: its export
  '0061736d 01000000 0109016004 7f7f7f7f 017f 0207010165016600 00 07050101660000'
    .replaceAll(' ', '')
    .match(/../g)!,
  (byte) => parseInt(byte, 16),
);

/**
 * Gives C code a pointer to a function of ours. The library's own way first makes a function of each of the ten thousand in the
 * table, to look whether ours is among them: a tenth of what it takes to start.
 */
function pointerTo({ wasmExports }: Emscripten, f: GetBlock): number {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(getBlockModule), { e: { f } });
  const table = wasmExports.__indirect_function_table;
  const pointer = table.grow(1);
  table.set(pointer, exports['f']);
  return pointer;
}
