package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** What the upload field says by itself. */
public final class UploadTexts {
    private UploadTexts() {}

    /** @param limit the largest size that is taken, with its unit */
    public static UploadI18N of(String limit) {
        UploadI18N texts = new UploadI18N();
        texts.setDropFiles(new UploadI18N.DropFiles()
                .setOne(translate("report.drop", limit))
                .setMany(translate("report.drop", limit)));
        texts.setAddFiles(
                new UploadI18N.AddFiles().setOne(translate("report.choose")).setMany(translate("report.choose")));
        texts.setError(new UploadI18N.Error()
                .setTooManyFiles(translate("report.upload.one"))
                .setFileIsTooBig(translate("report.upload.tooLarge", limit))
                .setIncorrectFileType(translate("report.upload.broken")));
        texts.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(translate("report.upload.connecting"))
                        .setStalled(translate("report.upload.stalled"))
                        .setProcessing(translate("report.upload.storing"))
                        .setHeld(translate("report.upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(translate("report.upload.remaining"))
                        .setUnknown(translate("report.upload.remaining.unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(translate("report.upload.broken"))
                        .setUnexpectedServerError(translate("report.upload.broken"))
                        .setForbidden(translate("report.upload.forbidden"))
                        .setFileTooLarge(translate("report.upload.tooLarge", limit))));
        texts.setFile(new UploadI18N.File()
                .setRetry(translate("report.upload.retry"))
                .setStart(translate("report.upload.start"))
                .setRemove(translate("report.upload.remove")));
        texts.setUnits(new UploadI18N.Units(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"), 1024));
        return texts;
    }
}
