/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model.h"
#include "plot/numbers.h"

G_BEGIN_DECLS

/* Returns: (transfer none): @text in the user's language, forever, as gettext() does. */
typedef const char *(*VwPlotTranslate) (const char *text);

/* Puts each string of a struct of nothing but strings, of @size bytes, into the language. */
void vw_plot_translate_all (const char **strings, gsize size, VwPlotTranslate translate);

/**
 * VwPlotOrigin:
 * @version: of the program
 * @subject: (nullable): which image, in words
 * @detector_only: whether the other parameters had no say
 * @varied: (nullable): the parameter that had several values
 * @data_sha256: (nullable): of the data
 *
 * What a figure was made from, for its caption; borrowed.
 */
typedef struct {
  const char *version;
  const char *subject;
  const VwParameters *parameters;
  gboolean detector_only;
  const VwParameterInfo *varied;
  const char *data_sha256;
} VwPlotOrigin;

/* Returns: what is made from @model, which stays borrowed. */
VwPlotOrigin vw_plot_origin_of_model (const VwModel *model);

/* Returns: (transfer full): program, subject, preset, every parameter and the data's hash, in a
   line that breaks between them only. */
char *vw_plot_origin_describe (const VwPlotOrigin *self, VwPlotTranslate translate,
                               const VwPlotNumbers *numbers);

G_END_DECLS
