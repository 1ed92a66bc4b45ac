/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/digit-canvas.h"
#include "app/draw-page.h"
#include "app/draw-surface.h"
#include "app/field-view.h"
#include "app/job.h"
#include "app/scores-view.h"
#include "app/words-view.h"

#include <adwaita.h>

struct _VwDrawPage {
  GtkWidget parent_instance;

  VwSession *session;
  VwInspector *inspector;
  VwJob *photo_job;
  VwDrawingRaster *raster; /* of what the chain begins with */
  VwCentering centering;
  VwGuest *guest;
  guint resize_idle;
  int square, field, scores_height; /* px */

  GtkWidget *panes;
  VwDrawSurface *surface;
  GtkToggleButton *eraser;
  GtkRange *brush;
  GtkSwitch *centre;
  GtkLabel *note;
  GtkWidget *note_box;
  AdwClamp *fields;
  VwFieldView *field_view;
  GtkLabel *field_caption, *keypoints, *keypoints_caption;
  VwDigitCanvas *canvas;
  GtkStack *verdict;
  GtkLabel *predicted, *looks_like, *runner_up, *no_keypoints, *words_caption;
  VwScoresView *scores;
  VwWordsView *words;
};

/* Installs the draw.* actions. */
void vw_draw_page_class_install_actions (GtkWidgetClass *class);
void vw_draw_page_update_actions (VwDrawPage *self);

void vw_draw_page_add_shortcuts (VwDrawPage *self);

/* Photos may be dropped on the page. */
void vw_draw_page_add_drop_target (VwDrawPage *self);
