// PangoShaping
