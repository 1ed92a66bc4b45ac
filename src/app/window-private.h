/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/experiment-job.h"
#include "app/gallery-keeper.h"
#include "app/history.h"
#include "app/loader.h"
#include "app/preset-folder.h"
#include "app/training-job.h"
#include "app/window.h"

struct _VwWindow {
  AdwApplicationWindow parent_instance;

  VwSession *session;
  VwLoader *loader;
  VwTrainingJob *training;
  VwExperimentJob *experiment;
  GtkWindow *experiment_window; /* weak; NULL until it is asked for */
  GtkWindow *fetch_dialog;      /* weak; NULL while it is not shown */
  VwHistory *history;
  VwPresetFolder *presets;
  VwGalleryKeeper *gallery;
  GSettings *settings; /* NULL when the schema is not installed: nothing is remembered then */
  guint cancel_timeout;
  gboolean narrow;
  guint adapt_idle;

  AdwToastOverlay *toasts;
  AdwHeaderBar *header;
  AdwViewStack *pages;
  GtkStack *train_stack;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkWidget *progress_button;
  GtkWidget *cancel_button;
  GtkSpinner *spinner;
  GMenu *recent;
};

/* Installs the win.* actions. */
void vw_window_class_install_actions (GtkWidgetClass *class);
void vw_window_update_actions (VwWindow *self);

/* Notes an opened file or folder, and lists those of before in the menu. */
void vw_window_add_recent (VwWindow *self, const char *path);
void vw_window_list_recent (VwWindow *self);

void vw_window_toast (VwWindow *self, const char *text);

/* Offers to fetch the data set @name. @problem: (nullable): why it could not be opened */
void vw_window_show_fetch (VwWindow *self, const char *name, const GError *problem);

/* Returns: (transfer none) (nullable): the data set that is fetched into the folder @path */
const char *vw_window_remote_of (const char *path);

/* A file or folder of any kind that can be opened. */
void vw_window_open_path (VwWindow *self, const char *path);
