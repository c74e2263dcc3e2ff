import { serveTasks } from './jobs/worker-thread.ts';

/**
 * What can run in a worker thread: name → how its function is loaded. It is called through `runInWorker`
 * (jobs/worker-pool.ts). A thread loads only what it is asked for: everything takes 58 MiB a thread, an empty one 10.
 * Declare each function's input and output explicitly in its own module: the pool derives its types from here.
 */
const tasks = {
  'authenticity.draw': async () => (await import('./authenticity/tasks.ts')).drawPaperTask,
  'authenticity.summaryDocument': async () =>
    (await import('./authenticity/tasks.ts')).writeSummaryDocumentTask,
  'authenticity.walkCustody': async () => (await import('./authenticity/tasks.ts')).walkCustodyTask,
  'content.digest': async () => (await import('./evidence/content/tasks.ts')).digestTask,
  'content.hashStream': async () => (await import('./evidence/content/tasks.ts')).hashStreamTask,
  'docket.isPrint': async () => (await import('./docket/tasks.ts')).isPrintTask,
  'docket.read': async () => (await import('./docket/tasks.ts')).readSourceTask,
  'evidence.joinPages': async () => (await import('./evidence/intake/production/task.ts')).joinPagesTask,
  'evidence.render': async () => (await import('./evidence/render/task.ts')).renderTask,
  'exhibits.assemble': async () => (await import('./exhibits/build/tasks.ts')).assembleTask,
  'exhibits.citedAreas': async () => (await import('./exhibits/citations/tasks.ts')).citedAreasTask,
  'exhibits.hashFiles': async () => (await import('./exhibits/build/hashing/tasks.ts')).hashFilesTask,
  'exhibits.measure': async () => (await import('./exhibits/build/tasks.ts')).measureTask,
  'formats.archiveNames': async () => (await import('./formats/files/tasks.ts')).listArchiveNamesTask,
  'formats.inspect': async () => (await import('./formats/files/tasks.ts')).inspectFileTask,
  'formats.kind': async () => (await import('./formats/files/kind/task.ts')).tellKindTask,
  'formats.members': async () => (await import('./formats/files/tasks.ts')).listMembersTask,
  'formats.production': async () => (await import('./formats/load-files/task.ts')).readProductionTask,
  'formats.text': async () => (await import('./formats/files/tasks.ts')).readTextTask,
  'image.inspect': async () => (await import('./formats/images/inspect-image.ts')).inspectImage,
  'mail.html': async () => (await import('./formats/mail/tasks.ts')).mailHtmlTask,
  'mail.view': async () => (await import('./formats/mail/tasks.ts')).viewMailTask,
  'matter.check': async () => (await import('./matter/care/tasks.ts')).checkMatterTask,
  'matter.copy': async () => (await import('./matter/care/tasks.ts')).copyMatterTask,
  'matter.rekey': async () => (await import('./matter/care/tasks.ts')).rekeyMatterTask,
  'ocr.recognize': async () => (await import('./ocr/recognize-page.ts')).recognizePage,
  'pdf.annotate': async () => (await import('./pdf/annotate/task.ts')).annotateTask,
  'pdf.assemble': async () => (await import('./pdf/assemble/files/task.ts')).assembleFilesTask,
  'pdf.checkRedactions': async () =>
    (await import('./pdf/redactions/check-redactions.ts')).checkRedactionsTask,
  'pdf.compareAsFiled': async () => (await import('./pdf/as-filed/compare-task.ts')).compareAsFiledTask,
  'pdf.paperCopy': async () => (await import('./pdf/copies/task.ts')).paperCopyTask,
  'pdf.draw': async () => (await import('./pdf/assemble/ahead/draw-task.ts')).drawPagesTask,
  'pdf.facts': async () => (await import('./pdf/facts/read-facts.ts')).readFactsTask,
  'pdf.inspect': async () => (await import('./pdf/inspect.ts')).inspectPdf,
  'pdf.pagePrints': async () => (await import('./pdf/as-filed/page-prints.ts')).pagePrintsTask,
  'pdf.planMarks': async () => (await import('./pdf/assemble/ahead/plan-task.ts')).planMarksTask,
  'pdf.proposeRedactions': async () => (await import('./pdf/redact/task.ts')).proposeTask,
  'pdf.redact': async () => (await import('./pdf/redact/task.ts')).redactTask,
  'pdf.text': async () => (await import('./pdf/text/read-text.ts')).readPdfText,
  'review.readReturned': async () => (await import('./review/copy/tasks.ts')).readReturnedTask,
  'review.writeCopy': async () => (await import('./review/copy/tasks.ts')).writeCopyTask,
};

/** The functions by name. */
export type WorkerTasks = { [K in keyof typeof tasks]: Awaited<ReturnType<(typeof tasks)[K]>> };

serveTasks(tasks);
