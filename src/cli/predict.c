/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"

#include "cli/console.h"
#include "cli/interrupt.h"
#include "core/error.h"
#include "core/images.h"
#include "core/recognizer.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* What is known of one file. */
typedef struct {
  const char *file;
  const VwModel *model;
  const VwRecognition *seen;
} Answer;

static const char *
predicted_name (const Answer *answer)
{
  return answer->seen->predicted == VW_NO_PREDICTION
             ? NULL
             : answer->model->class_names[answer->seen->predicted];
}

static void
print_text (const Answer *answer)
{
  const char *name = predicted_name (answer);

  if (name == NULL)
    {
      printf ("%s: %s\n", answer->file, _("no keypoints, so no prediction"));
      return;
    }
  printf ("%s: %s ", answer->file, name);
  for (guint c = 0; c < vw_classifier_get_n_classes (answer->model->classifier); c++)
    {
      printf ("%c%s ", c == 0 ? '(' : ' ', answer->model->class_names[c]);
      if (vw_cli_is_score (answer->seen->scores[c]))
        printf ("%+.2f", answer->seen->scores[c]);
      else
        fputs ("–", stdout);
    }
  puts (")");
}

static void
add_json (JsonBuilder *json, const Answer *answer)
{
  const char *name = predicted_name (answer);
  g_autofree char *file = g_filename_display_name (answer->file); /* JSON is UTF-8 */

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "file");
  json_builder_add_string_value (json, file);
  json_builder_set_member_name (json, "label");
  if (name != NULL)
    json_builder_add_string_value (json, name);
  else
    json_builder_add_null_value (json);
  json_builder_set_member_name (json, "keypoints");
  json_builder_add_int_value (json, answer->seen->detection->frame.n_keypoints);
  json_builder_set_member_name (json, "scores");
  json_builder_begin_array (json);
  for (guint c = 0; c < vw_classifier_get_n_classes (answer->model->classifier); c++)
    vw_cli_add_score (json, answer->seen->scores[c]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

/* Returns: (transfer full): %NULL with an error that names the file. */
static VwRecognizer *
make_recognizer (VwModel *model, const char *file, guint rows, guint cols, GError **error)
{
  g_autoptr (GError) cause = NULL;
  VwRecognizer *recognizer = vw_recognizer_new (model, &model->parameters, rows, cols, &cause);

  if (recognizer == NULL)
    {
      g_autofree char *reason = vw_cli_describe (cause);

      vw_error_set (error, VW_ERROR_UNSUPPORTED, file,
                    N_ ("has no shape for the model’s settings: %s"), reason);
    }
  return recognizer;
}

static gboolean
predict_file (VwModel *model, const char *file, JsonBuilder *json, GError **error)
{
  guint rows, cols;
  g_autofree guint8 *image = NULL;
  g_autoptr (VwRecognizer) recognizer = NULL;
  Answer answer = { file, model, NULL };

  if (g_cancellable_set_error_if_cancelled (vw_cli_cancellable (), error))
    return FALSE;
  image = vw_image_read_grey (file, &rows, &cols, error);
  if (image == NULL)
    return FALSE;
  recognizer = make_recognizer (model, file, rows, cols, error);
  if (recognizer == NULL)
    return FALSE;
  answer.seen = vw_recognizer_run (recognizer, image, error);
  if (answer.seen == NULL)
    return FALSE;
  if (json != NULL)
    add_json (json, &answer);
  else
    print_text (&answer);
  return TRUE;
}

/* Every file gets its answer or its error; one bad file does not keep the others back. */
static int
predict (const char *model_path, char **files, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VwModel) model = vw_model_load (model_path, &error);
  g_autoptr (JsonBuilder) json = as_json ? json_builder_new () : NULL;
  int status = VW_CLI_DONE, printed;

  if (model == NULL)
    return vw_cli_fail (error);
  if (json != NULL)
    {
      json_builder_begin_object (json);
      json_builder_set_member_name (json, "predictions");
      json_builder_begin_array (json);
    }
  for (char **file = files; *file != NULL && status != VW_CLI_INTERRUPTED; file++)
    if (!predict_file (model, *file, json, &error))
      {
        status = vw_cli_fail (error);
        g_clear_error (&error);
      }
  if (status == VW_CLI_INTERRUPTED)
    return status;
  if (json != NULL)
    {
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  printed = json != NULL ? vw_cli_print_json (json_builder_get_root (json)) : vw_cli_finish_output ();
  return status != VW_CLI_DONE ? status : printed;
}

int
vw_cli_predict (int argc, char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, _("Print one JSON object"), NULL }, { NULL }
  };
  const VwCliSyntax syntax
      = { "MODEL IMAGE…",
          _("Classify image files of one digit each: light ink on a dark ground, as in MNIST."),
          entries, NULL, 2, 0 };

  if (!vw_cli_parse (&syntax, &argc, &argv))
    return VW_CLI_USAGE;
  return predict (argv[1], argv + 2, as_json);
}
